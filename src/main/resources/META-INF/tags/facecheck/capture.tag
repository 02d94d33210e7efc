<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
        description="The capture: news, camera and form. For the view that facecheck.capture.view names." %>
<%@ attribute name="locale" type="java.lang.Object" description="the language, where it is not the browser's" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="model" value="${requestScope.facecheckPage}"/>
<c:set var="words" value="${empty locale ? model : model.inLanguage[locale]}"/>
<c:set var="text" value="${words.text}"/>
<c:set var="news" value="${words.news}"/>
<div class="facecheck" lang="${fn:escapeXml(words.lang)}" dir="${fn:escapeXml(words.dir)}"
     data-texts="${fn:escapeXml(words.camera)}" data-auto="${model.auto}"
     data-wanted="${fn:escapeXml(model.wanted)}" data-detector="${fn:escapeXml(model.detector)}">
  <c:if test="${not empty news}">
    <div class="facecheck-news" tabindex="-1" data-news="${fn:escapeXml(news.key)}" data-wait="${news.wait}">
      <h2>${fn:escapeXml(news.title)}</h2>
      <p>${fn:escapeXml(news.text)}</p>
      <c:if test="${not empty news.left}"><p class="facecheck-left">${fn:escapeXml(news.left)}</p></c:if>
      <c:if test="${not empty news.reference}">
        <p>${fn:escapeXml(text.reference)}: <strong class="facecheck-reference">${fn:escapeXml(news.reference)}</strong></p>
      </c:if>
    </div>
  </c:if>
  <p class="facecheck-intro">${fn:escapeXml(text.intro)}</p>
  <form id="facecheck" method="post" enctype="multipart/form-data" action="${fn:escapeXml(model.action)}">
    <input type="hidden" name="token" value="${fn:escapeXml(model.token)}">
    <div class="facecheck-camera" hidden>
      <div class="facecheck-frame" data-when="looking taking preview sending unsent" hidden>
        <video data-when="looking taking" playsinline muted aria-label="${fn:escapeXml(text.live)}" hidden></video>
        <canvas data-when="preview sending unsent" role="img" aria-label="${fn:escapeXml(text.preview)}" hidden></canvas>
        <p class="facecheck-count" aria-hidden="true"></p>
      </div>
      <p class="facecheck-status" role="status" tabindex="-1"></p>
      <progress data-when="starting sending" aria-label="${fn:escapeXml(text.progress)}" hidden></progress>
      <div class="facecheck-buttons">
        <button type="button" data-step="start" data-when="ready">${fn:escapeXml(text.start)}</button>
        <button type="button" data-step="retry" data-when="failed" hidden>${fn:escapeXml(text.retry)}</button>
        <button type="button" data-step="take" data-when="looking" hidden>${fn:escapeXml(text.take)}</button>
        <button type="button" data-step="use" data-when="preview" hidden>${fn:escapeXml(text.use)}</button>
        <button type="button" data-step="resend" data-when="unsent" hidden>${fn:escapeXml(text.resend)}</button>
        <button type="button" data-step="again" data-when="preview unsent" class="facecheck-second" hidden>${fn:escapeXml(text.again)}</button>
        <button type="button" data-step="pause" class="facecheck-second" hidden>${fn:escapeXml(text.pause)}</button>
        <a class="facecheck-button" data-when="framed" target="_blank" href="${fn:escapeXml(model.action)}" hidden>${fn:escapeXml(text.open)}</a>
      </div>
      <p class="facecheck-choice" data-when="looking" hidden>
        <label>${fn:escapeXml(text.which)} <select></select></label>
      </p>
    </div>
    <p class="facecheck-scriptless">${fn:escapeXml(text.scriptless)}</p>
    <c:choose>
      <c:when test="${model.allowUpload}">
        <div class="facecheck-file" data-when="ready starting failed framed hopeless">
          <label for="facecheck-selfie">${fn:escapeXml(text.file)}</label>
          <input id="facecheck-selfie" type="file" name="selfie" accept="image/jpeg,image/png" capture="user" required>
          <button type="submit" class="facecheck-second">${fn:escapeXml(text.send)}</button>
        </div>
      </c:when>
      <c:otherwise>
        <input id="facecheck-selfie" type="file" name="selfie" accept="image/jpeg" hidden>
        <p class="facecheck-file" data-when="ready starting failed framed hopeless">${fn:escapeXml(text.noUpload)}</p>
      </c:otherwise>
    </c:choose>
  </form>
</div>

<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="model" value="${requestScope.facecheckPage}"/>
<c:set var="text" value="${model.text}"/>
<c:set var="news" value="${model.news}"/>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${fn:escapeXml(text.title)}</title>
  <link rel="stylesheet" href="${fn:escapeXml(model.style)}">
  <script type="module" src="${fn:escapeXml(model.script)}"></script>
</head>
<body class="facecheck">
<main>
  <h1>${fn:escapeXml(text.title)}</h1>
  <c:if test="${not empty news}">
    <div class="facecheck-news" role="alert" data-news="${fn:escapeXml(news.key)}">
      <h2>${fn:escapeXml(news.title)}</h2>
      <p>${fn:escapeXml(news.text)}</p>
      <c:if test="${not empty news.reference}">
        <p>${fn:escapeXml(text.reference)}: <strong class="facecheck-reference">${fn:escapeXml(news.reference)}</strong></p>
      </c:if>
    </div>
  </c:if>
  <p>${fn:escapeXml(text.intro)}</p>
  <form id="facecheck" method="post" enctype="multipart/form-data" action="${fn:escapeXml(model.action)}">
    <input type="hidden" name="token" value="${fn:escapeXml(model.token)}">
    <div class="facecheck-camera" hidden
         data-starting="${fn:escapeXml(text.starting)}" data-sending="${fn:escapeXml(text.sending)}"
         data-insecure="${fn:escapeXml(text.insecure)}" data-denied="${fn:escapeXml(text.denied)}"
         data-no-camera="${fn:escapeXml(text.noCamera)}" data-in-use="${fn:escapeXml(text.inUse)}">
      <div class="facecheck-frame" hidden>
        <video playsinline muted></video>
        <img alt="${fn:escapeXml(text.preview)}" hidden>
      </div>
      <p class="facecheck-status" role="status"></p>
      <div class="facecheck-buttons">
        <button type="button" data-step="start">${fn:escapeXml(text.start)}</button>
        <button type="button" data-step="take" hidden>${fn:escapeXml(text.take)}</button>
        <button type="button" data-step="use" hidden>${fn:escapeXml(text.use)}</button>
        <button type="button" data-step="again" class="facecheck-second" hidden>${fn:escapeXml(text.again)}</button>
      </div>
    </div>
    <c:choose>
      <c:when test="${model.allowUpload}">
        <p class="facecheck-file">
          <label for="facecheck-selfie">${fn:escapeXml(text.file)}</label>
          <input id="facecheck-selfie" type="file" name="selfie" accept="image/jpeg,image/png" capture="user" required>
        </p>
        <p class="facecheck-file"><button type="submit">${fn:escapeXml(text.send)}</button></p>
      </c:when>
      <c:otherwise>
        <input id="facecheck-selfie" type="file" name="selfie" accept="image/jpeg" hidden>
        <p class="facecheck-file">${fn:escapeXml(text.noUpload)}</p>
      </c:otherwise>
    </c:choose>
  </form>
</main>
</body>
</html>

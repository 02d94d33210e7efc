<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="model" value="${requestScope.facecheckPage}"/>
<c:set var="words" value="${model}"/>
<c:set var="text" value="${words.text}"/>
<!DOCTYPE html>
<html lang="${fn:escapeXml(model.lang)}" dir="${fn:escapeXml(model.dir)}">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:if test="${not empty model.news}">${fn:escapeXml(model.news.title)} · </c:if>${fn:escapeXml(text.title)}</title>
  <link rel="stylesheet" href="${fn:escapeXml(model.style)}">
  <c:if test="${not empty model.ownStyle}"><link rel="stylesheet" href="${fn:escapeXml(model.ownStyle)}"></c:if>
  <script type="module" src="${fn:escapeXml(model.script)}"></script>
</head>
<body class="facecheck-page">
<main>
  <h1>${fn:escapeXml(text.title)}</h1>
  <%-- Not by the tag: the server's bean introspection would hold on to a tag of an application that has been undeployed. --%>
  <%@ include file="capture.jspf" %>
</main>
</body>
</html>

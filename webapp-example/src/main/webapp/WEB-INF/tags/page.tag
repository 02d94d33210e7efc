<%@ tag pageEncoding="UTF-8" body-content="scriptless" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="home" value="${pageContext.request.contextPath}"/>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${fn:escapeXml(title)} · Harbour &amp; Sons</title>
  <link rel="stylesheet" href="${home}/assets/intranet.css">
  <link rel="icon" href="data:,">
  <c:if test="${not empty script}"><script type="module" src="${home}/assets/${fn:escapeXml(script)}"></script></c:if>
</head>
<body>
<header>
  <a class="brand" href="${home}/">Harbour &amp; Sons</a>
  <nav aria-label="Intranet">
    <a href="${home}/payroll/">Payroll</a>
    <a href="${home}/directory.xhtml">Directory</a>
    <a href="${home}/leave.jsp">Leave</a>
    <a href="${home}/identity">Identity</a>
  </nav>
</header>
<main>
  <h1>${fn:escapeXml(title)}</h1>
  <jsp:doBody/>
</main>
<footer>Made-up company, made-up people. <a href="${home}/sandbox/">Sandbox</a></footer>
</body>
</html>

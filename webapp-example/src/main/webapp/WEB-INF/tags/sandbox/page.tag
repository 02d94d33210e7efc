<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" required="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${fn:escapeXml(title)} – Sandbox</title>
  <link rel="stylesheet" href="../sandbox-assets/sandbox.css">
  <c:if test="${not empty script}"><script type="module" src="../sandbox-assets/${fn:escapeXml(script)}"></script></c:if>
</head>
<body>
<header>
  <nav aria-label="Sandbox">
    <a href="./">Sandbox</a>
    <a href="enrol">Enrol</a>
    <a href="console">Console</a>
    <a href="../">To the application</a>
  </nav>
</header>
<main>
  <h1>${fn:escapeXml(title)}</h1>
  <jsp:doBody/>
</main>
</body>
</html>

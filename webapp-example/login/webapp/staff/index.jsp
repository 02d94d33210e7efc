<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Your page</title></head>
<body>
<h1>Your page</h1>
<p>Good day, ${fn:escapeXml(pageContext.request.remoteUser)}.</p>
<ul>
  <li><a href="payslip">Your payslip</a></li>
  <li><a href="payslip?of=all">The payslips of all</a></li>
</ul>
<login:logout>Sign out</login:logout>
</body>
</html>

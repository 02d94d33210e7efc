<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not for you</title></head>
<body>
<h1>Not for you</h1>
<p>You are signed in, and this page is for others. <a href="${pageContext.request.contextPath}/">Back</a></p>
<login:logout>Sign out</login:logout>
</body>
</html>

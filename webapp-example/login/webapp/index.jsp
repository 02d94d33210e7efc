<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Staff</title></head>
<body>
<h1>Staff</h1>
<ul>
  <li><a href="staff/">Your page</a></li>
  <li><a href="board/">The board's page</a></li>
</ul>
</body>
</html>

<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The board</title></head>
<body>
<h1>The board</h1>
<p>For the board alone.</p>
</body>
</html>

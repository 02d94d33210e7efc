<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Payslip</title></head>
<body>
<h1>Payslip</h1>
<p>${fn:escapeXml(payslip)}</p>
</body>
</html>

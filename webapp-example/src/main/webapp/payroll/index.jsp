<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="i" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<i:page title="Payroll">
  <p>Payslips of <strong class="person" dir="auto">${fn:escapeXml(facecheck.identity.fullName)}</strong>
    <span dir="auto">${fn:escapeXml(facecheck.identity.fullName_local)}</span></p>
  <table>
    <thead><tr><th scope="col">Month</th><th scope="col">Gross</th><th scope="col">Net</th></tr></thead>
    <tbody>
      <tr><td>October</td><td>4 310.00</td><td>2 918.40</td></tr>
      <tr><td>September</td><td>4 310.00</td><td>2 918.40</td></tr>
      <tr><td>August</td><td>4 180.00</td><td>2 844.10</td></tr>
    </tbody>
  </table>
  <form method="post" action="${pageContext.request.contextPath}/logout"><button>Log out</button></form>
</i:page>

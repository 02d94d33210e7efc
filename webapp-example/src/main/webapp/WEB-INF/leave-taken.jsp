<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="i" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<i:page title="Leave asked for">
  <p>Thank you, <strong dir="auto">${fn:escapeXml(facecheck.identity.fullName)}</strong>. Human resources has your request:</p>
  <dl>
    <dt>First day</dt><dd>${fn:escapeXml(param.from)}</dd>
    <dt>Last day</dt><dd>${fn:escapeXml(param.to)}</dd>
    <dt>Reason</dt><dd class="reason" dir="auto">${fn:escapeXml(param.reason)}</dd>
  </dl>
</i:page>

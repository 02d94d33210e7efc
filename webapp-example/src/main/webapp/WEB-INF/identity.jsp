<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="i" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<i:page title="Identity">
  <c:choose>
    <c:when test="${empty fields}">
      <p>Nobody has been verified in this session. Open a page with a lock, and come back.</p>
    </c:when>
    <c:otherwise>
      <p>Verified by a face check in this session:</p>
      <dl>
        <c:forEach var="field" items="${fields}">
          <dt>${fn:escapeXml(field.key)}</dt><dd dir="auto">${fn:escapeXml(field.value)}</dd>
        </c:forEach>
      </dl>
      <form method="post" action="${pageContext.request.contextPath}/logout"><button>Log out</button></form>
    </c:otherwise>
  </c:choose>
</i:page>

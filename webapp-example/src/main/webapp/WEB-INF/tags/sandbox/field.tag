<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="hint" required="true" %>
<%@ attribute name="type" required="false" %>
<%@ attribute name="optional" required="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%-- One line of the enrolment form, with what was typed into it and what is wrong with that. --%>
<c:set var="problem" value="${requestScope.problems[name]}"/>
<div class="field">
  <label for="${fn:escapeXml(name)}">${fn:escapeXml(label)}</label>
  <input id="${fn:escapeXml(name)}" name="${fn:escapeXml(name)}" type="${empty type ? 'text' : fn:escapeXml(type)}"
         value="${fn:escapeXml(requestScope.typed[name])}" dir="auto" autocomplete="off"
         <c:if test="${empty optional}">required</c:if> aria-describedby="${fn:escapeXml(name)}-hint"
         <c:if test="${not empty problem}">aria-invalid="true" aria-errormessage="${fn:escapeXml(name)}-problem"</c:if>>
  <p class="hint" id="${fn:escapeXml(name)}-hint">${fn:escapeXml(hint)}</p>
  <c:if test="${not empty problem}">
    <p class="problem" id="${fn:escapeXml(name)}-problem">${fn:escapeXml(problem)}</p>
  </c:if>
</div>

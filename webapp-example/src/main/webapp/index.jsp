<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ taglib prefix="i" tagdir="/WEB-INF/tags" %>
<%-- Set where the engine plays the service, instead of the sandbox. --%>
<c:set var="engine" value="${System.getProperty('facecheck.service.base-url')}"/>
<i:page title="Welcome">
  <p class="lead">This page is open to everybody in the house. What is marked <span class="lock">face check</span> asks
    for a look at your face first.</p>
  <ul class="cards">
    <li><a href="payroll/"><h2>Payroll <span class="lock">face check</span></h2>
      <p>Your payslips: a JSP page behind <code>/payroll/*</code>.</p></a></li>
    <li><a href="directory.xhtml"><h2>Directory <span class="lock">face check</span></h2>
      <p>Who sits where: a Faces page that searches by partial requests.</p></a></li>
    <li><a href="leave.jsp"><h2>Leave</h2>
      <p>The form is open, sending it is not. A script reads your balance from a protected JSON endpoint.</p></a></li>
    <li><a href="identity"><h2>Identity</h2>
      <p>What the session holds of you, before and after a face check.</p></a></li>
  </ul>
  <section class="note">
    <h2>Trying it for the first time?</h2>
    <c:choose>
      <c:when test="${empty engine}">
        <p>You need a face that is on file. <a href="sandbox/">The sandbox</a> plays the Face Match service here: download one
          of its three made-up people's portraits and give it as your selfie, or
          <a href="sandbox/enrol">enrol yourself</a> with your camera. Then open the payroll.</p>
        <p>To see what goes wrong when things go wrong, switch the next answers on <a href="sandbox/console">its console</a>.</p>
      </c:when>
      <c:otherwise>
        <p>You need a face that is on file. The engine plays the Face Match service here, and recognises real faces:
          <a href="${fn:escapeXml(engine)}/operator">enrol yourself</a> with your camera. Then open the payroll.</p>
      </c:otherwise>
    </c:choose>
  </section>
</i:page>

<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ taglib prefix="sandbox" tagdir="/WEB-INF/tags/sandbox" %>
<sandbox:page title="A Face Match API to play with">
  <c:if test="${not empty enrolled}">
    <div class="news" role="status" id="enrolled">
      <p><strong>${fn:escapeXml(enrolled.document().fullName())}</strong> is enrolled.
        <c:if test="${not empty others}">
          The same picture is on file for
          <c:forEach items="${others}" var="other" varStatus="status">
            ${fn:escapeXml(other.document().fullName())}<c:if test="${not status.last}">,</c:if>
          </c:forEach>
          already: a face check with it will name them all.
        </c:if>
      </p>
    </div>
  </c:if>

  <p>Here the application plays the service that it asks for face checks, so that you can try it without an account, and
    without anybody's face: the people below are drawn.</p>
  <p class="plainly"><strong>This sandbox recognises pictures, not faces.</strong> It is for trying and testing only, and
    protects nothing. What you enrol stays in the server's memory until the server stops, or until you have it
    forgotten.</p>

  <h2>Who is known here</h2>
  <ul class="people">
    <c:forEach items="${people}" var="person">
      <li>
        <img src="portraits/${fn:escapeXml(person.id())}.jpg" width="320" height="240"
             alt="Picture of ${fn:escapeXml(person.document().fullName())}">
        <h3>${fn:escapeXml(person.document().fullName())}</h3>
        <p class="local"><bdi>${fn:escapeXml(person.document().localName())}</bdi></p>
        <p>${fn:escapeXml(person.document().nationality().name())},
          born ${fn:escapeXml(person.document().dateOfBirth())}</p>
        <p><a href="portraits/${fn:escapeXml(person.id())}.jpg" download>Download the picture</a></p>
      </li>
    </c:forEach>
  </ul>

  <h2>What you can do</h2>
  <ul>
    <li>Download a picture, and use it wherever the application asks for a selfie: you are that person.</li>
    <li><a href="enrol">Enrol yourself</a>, or a picture of your choice.</li>
    <li>On the <a href="console">console</a>, choose what goes wrong next: a blurred picture, an expired document, a
      service that is down.</li>
  </ul>
</sandbox:page>

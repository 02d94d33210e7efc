<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ taglib prefix="sandbox" tagdir="/WEB-INF/tags/sandbox" %>
<sandbox:page title="Enrol somebody" script="enrol.js">
  <p class="plainly"><strong>This sandbox recognises pictures, not faces</strong>, for trying and testing only. It knows a
    picture again, and with luck another one of the same person who sits still before the same camera; somebody else before
    the same wall may pass, too. Where it does not know you again, choose a match on the <a href="console">console</a>.
    Data and picture stay in the server's memory until the server stops. Invent the data: the sandbox has no use for
    yours.</p>

  <c:if test="${not empty problems}">
    <div class="news wrong" role="alert">
      <p>${empty problems.form ? 'Nobody is enrolled yet: something is wrong below.' : fn:escapeXml(problems.form)}</p>
    </div>
  </c:if>

  <form id="enrol" method="post" action="enrol" enctype="multipart/form-data">
    <fieldset class="document">
      <legend>The document</legend>
      <sandbox:field name="firstName" label="First name" hint="In any script."/>
      <sandbox:field name="lastName" label="Last name" hint="In any script."/>
      <sandbox:field name="localName" label="Name in local script" optional="yes"
                     hint="The whole name, such as أمينة حداد. May be left out."/>
      <sandbox:field name="dateOfBirth" label="Date of birth" type="date" hint="As in 1991-03-14."/>
      <sandbox:field name="nationality" label="Nationality" hint="Three letters, such as BHR, CHN or DEU."/>
      <sandbox:field name="documentNumber" label="Document number" hint="4 to 20 letters and digits."/>
      <sandbox:field name="expiry" label="Valid until" type="date" hint="Today or later."/>
    </fieldset>

    <fieldset>
      <legend>The picture</legend>
      <div class="camera" hidden>
        <div class="frame" hidden>
          <video playsinline muted></video>
          <img alt="The picture you have taken" hidden>
        </div>
        <p class="status" role="status"></p>
        <p class="buttons">
          <button type="button" data-step="start" class="second">Turn the camera on</button>
          <button type="button" data-step="take" hidden>Take the picture</button>
          <button type="button" data-step="again" class="second" hidden>Take another</button>
        </p>
      </div>
      <div class="field">
        <label for="selfie">Picture from a file</label>
        <input id="selfie" name="selfie" type="file" accept="image/jpeg,image/png" required
               aria-describedby="selfie-hint"
               <c:if test="${not empty problems.selfie}">aria-invalid="true" aria-errormessage="selfie-problem"</c:if>>
        <p class="hint" id="selfie-hint">JPEG or PNG, up to 8 megabytes.</p>
        <c:if test="${not empty problems.selfie}">
          <p class="problem" id="selfie-problem">${fn:escapeXml(problems.selfie)}</p>
        </c:if>
      </div>
    </fieldset>

    <p><button type="submit">Enrol</button></p>
  </form>
</sandbox:page>

<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ taglib prefix="sandbox" tagdir="/WEB-INF/tags/sandbox" %>
<c:set var="chosen" value="${order.behaviour().value()}"/>
<sandbox:page title="Console">
  <c:if test="${not empty problems}">
    <div class="news wrong" role="alert">
      <c:forEach items="${problems}" var="problem"><p>${fn:escapeXml(problem)}</p></c:forEach>
    </div>
  </c:if>

  <dl class="figures">
    <div><dt>Now answering ${fn:escapeXml(order.behaviour().calls())} with</dt>
      <dd id="current" data-answer="${fn:escapeXml(chosen)}">${fn:escapeXml(order.behaviour().label())}<c:choose>
        <c:when test="${order.times() == 0}"></c:when>
        <c:when test="${order.times() == 1}">, once</c:when>
        <c:otherwise>, ${order.times()} times yet</c:otherwise>
      </c:choose><c:if test="${order.delay().toMillis() > 0}">, after ${order.delay().toMillis()} ms</c:if></dd></div>
    <div><dt>Token calls</dt><dd id="token-calls">${tokenCalls}</dd></div>
    <div><dt>Face checks</dt><dd id="checks">${checks}</dd></div>
    <div><dt>Tokens alive</dt><dd id="tokens-alive">${tokensAlive}</dd></div>
  </dl>

  <form method="post" action="console" class="panel">
    <h2>What to answer next</h2>
    <div class="field">
      <label for="answer">Answer</label>
      <select id="answer" name="answer">
        <optgroup label="To face checks">
          <c:forEach items="${checkBehaviours}" var="behaviour">
            <option value="${fn:escapeXml(behaviour.value())}" ${behaviour.value() == chosen ? 'selected' : ''}>${fn:escapeXml(behaviour.label())}</option>
          </c:forEach>
        </optgroup>
        <optgroup label="To token calls">
          <c:forEach items="${tokenBehaviours}" var="behaviour">
            <option value="${fn:escapeXml(behaviour.value())}" ${behaviour.value() == chosen ? 'selected' : ''}>${fn:escapeXml(behaviour.label())}</option>
          </c:forEach>
        </optgroup>
      </select>
    </div>
    <div class="field short">
      <label for="times">Times</label>
      <input id="times" name="times" type="number" min="0" max="1000000" value="1" aria-describedby="times-hint">
      <p class="hint" id="times-hint">0: until something else is chosen.</p>
    </div>
    <div class="field short">
      <label for="delay">Delay in milliseconds</label>
      <input id="delay" name="delay" type="number" min="0" max="60000" value="0" aria-describedby="delay-hint">
      <p class="hint" id="delay-hint">Up to 60000.</p>
    </div>
    <p><button type="submit">Answer so</button></p>
    <p class="hint">From a script: <code>curl -d answer=two-faces -d times=1 …/sandbox/console</code></p>
  </form>

  <form method="post" action="console" class="panel">
    <h2>Tokens</h2>
    <div class="field short">
      <label for="tokenLifetime">Lifetime in seconds</label>
      <input id="tokenLifetime" name="tokenLifetime" type="number" min="1" max="86400" value="${tokenLifetime}"
             aria-describedby="lifetime-hint" required>
      <p class="hint" id="lifetime-hint">Of those given out from now on.</p>
    </div>
    <p class="buttons">
      <button type="submit">Set the lifetime</button>
      <button type="submit" name="action" value="expire-tokens" class="second" formnovalidate>Expire all tokens now</button>
    </p>
  </form>

  <form method="post" action="console" class="panel">
    <h2>What Facecheck holds against you</h2>
    <p id="locked-until"><c:choose>
      <c:when test="${empty facecheck.lockedUntil}">You may try.</c:when>
      <c:otherwise>Too many attempts: locked until <time>${fn:escapeXml(facecheck.lockedUntil)}</time>.</c:otherwise>
    </c:choose></p>
    <p id="circuit-open-until"><c:choose>
      <c:when test="${empty circuitOpenUntil}">The circuit to the service is closed: it is asked.</c:when>
      <c:otherwise>The service failed too often: the circuit is open until <time>${fn:escapeXml(circuitOpenUntil)}</time>, then one check tries.</c:otherwise>
    </c:choose></p>
    <p class="buttons"><button type="submit" name="action" value="forget-held" class="second">Forget it</button></p>
    <p class="hint">Of all visitors: this is what an operator does by JMX. From a script: <code>curl -d action=forget-held …/sandbox/console</code></p>
  </form>

  <form method="post" action="console" class="panel">
    <h2>Start over</h2>
    <p class="buttons">
      <button type="submit" name="action" value="reset" class="second">Reset</button>
      <button type="submit" name="action" value="forget-people" class="second">Forget everybody enrolled</button>
    </p>
    <p class="hint">A reset ends all orders and tokens and clears the figures; it keeps the people.</p>
  </form>

  <h2>The last answers</h2>
  <c:choose>
    <c:when test="${empty journal}"><p>None yet.</p></c:when>
    <c:otherwise>
      <div class="wide">
        <table id="journal">
          <thead><tr><th scope="col">When</th><th scope="col">Call</th><th scope="col">Status</th><th scope="col">Answer</th></tr></thead>
          <tbody>
          <c:forEach items="${journal}" var="entry">
            <tr><td>${fn:escapeXml(entry.at())}</td><td>${fn:escapeXml(entry.call())}</td><td>${entry.status()}</td><td>${fn:escapeXml(entry.gist())}</td></tr>
          </c:forEach>
          </tbody>
        </table>
      </div>
    </c:otherwise>
  </c:choose>
</sandbox:page>

<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ taglib prefix="i" tagdir="/WEB-INF/tags" %>
<i:page title="Leave" script="leave.js">
  <section class="note" id="balance" data-source="api/leave-balance">
    <h2>Your balance</h2>
    <p role="status">Reading your balance…</p>
  </section>
  <form method="post" action="leave/submit" class="fields">
    <label for="from">First day</label> <input id="from" name="from" type="date" required>
    <label for="to">Last day</label> <input id="to" name="to" type="date" required>
    <label for="reason">Reason</label> <textarea id="reason" name="reason" rows="3" maxlength="500"></textarea>
    <button>Ask for leave</button>
  </form>
</i:page>

<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
        description="The capture: news, camera and form. For any page of the application's." %>
<%@ attribute name="locale" type="java.lang.Object" description="the language, where it is not the browser's" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="model" value="${empty requestScope.facecheckPage ? facecheck.page : requestScope.facecheckPage}"/>
<c:set var="words" value="${empty locale ? model : model.inLanguage[locale]}"/>
<%-- The token is good once: nobody is to keep the page. --%>
<c:if test="${not pageContext.response.committed}">${pageContext.response.setHeader('Cache-Control', 'no-store')}</c:if>
<%@ include file="capture.jspf" %>

<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
        description="The capture: news, camera and form. For the view that facecheck.capture.view names." %>
<%@ attribute name="locale" type="java.lang.Object" description="the language, where it is not the browser's" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<c:set var="model" value="${requestScope.facecheckPage}"/>
<c:set var="words" value="${empty locale ? model : model.inLanguage[locale]}"/>
<%@ include file="capture.jspf" %>

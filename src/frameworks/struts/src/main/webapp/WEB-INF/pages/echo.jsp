<%@ page contentType="text/html;charset=UTF-8" %><%@ taglib prefix="s" uri="/struts-tags" %>
<!DOCTYPE html><title>Page</title><p>PROTECTED name=[<s:property value="name" escapeHtml="false"/>]

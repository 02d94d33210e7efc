<%@ page contentType="text/html;charset=UTF-8" %><%@ taglib prefix="s" uri="/struts-tags" %>
<!DOCTYPE html><title>File</title><p>PROTECTED name=[<s:property value="name" escapeHtml="false"/>] file=[<s:property value="fileName"/>] length=[<s:property value="length"/>]

<%@ page contentType="text/html;charset=UTF-8" %>
<!DOCTYPE html><title>Start</title><p>START PAGE OF THE APPLICATION

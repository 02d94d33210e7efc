<jsp:root xmlns:jsp="http://java.sun.com/JSP/Page" xmlns:facecheck="https://facecheck.org/tags" version="2.0">
  <!-- For applications that want the page as a JSP: name it in facecheck.capture.view, or copy and change it. The jar's own page
       does not come from here. A JSP document, in ASCII and without an encoding of its own, so that no jsp-property-group of
       the application's can break it: is-xml and page-encoding are right for it, el-ignored does not reach it. -->
  <jsp:directive.page contentType="text/html;charset=UTF-8" session="false" isELIgnored="false"/>
  <jsp:text><![CDATA[<!DOCTYPE html>]]></jsp:text>
  <html lang="${facecheckPage.lang}" dir="${facecheckPage.dir}">
    <head>${facecheckPage.head}</head>
    <body class="facecheck-page">
      <main>
        <h1>${facecheckPage.text.title}</h1>
        <facecheck:capture/>
      </main>
    </body>
  </html>
</jsp:root>

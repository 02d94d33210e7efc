/**
 * The intranet: ordinary Servlets and beans of an application that knows nothing of face checks. Only the page that shows the
 * identity asks Facecheck for anything.
 */
package org.facecheck.example.intranet;

/** A container's side of a conversation, as far as unit tests need it (what is put in is there afterwards), and pictures. */
package org.facecheck.fake;

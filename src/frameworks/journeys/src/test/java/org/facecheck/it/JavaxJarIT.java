package org.facecheck.it;

/** The jar for servers of Java EE 8 on those of Jakarta EE 10; its own build tests the other way round. */
class JavaxJarIT extends WrongServerIT {}

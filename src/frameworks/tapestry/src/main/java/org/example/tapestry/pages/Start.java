package org.example.tapestry.pages;

/** Open to all. */
public class Start {}

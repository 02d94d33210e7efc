package org.example.tapestry.pages;

/** Open to everybody. */
public class Start {}

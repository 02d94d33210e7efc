package org.example.tapestry.pages.secure;

/** The same at an address of its own. */
public class Save extends Page {}

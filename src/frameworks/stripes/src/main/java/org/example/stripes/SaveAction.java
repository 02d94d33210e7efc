package org.example.stripes;

import net.sourceforge.stripes.action.UrlBinding;

/** The same at an address of its own. */
@UrlBinding("/secure/save")
public class SaveAction extends PageAction {}

package org.example.struts;

import org.apache.struts2.ActionSupport;
import org.apache.struts2.interceptor.parameter.StrutsParameter;

/** Shows what a form or a link has sent. */
public class EchoAction extends ActionSupport {
    private static final long serialVersionUID = 1L;

    private String name = "";

    @StrutsParameter
    public void setName(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}

package org.example.struts;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.struts2.ActionSupport;
import org.apache.struts2.action.ServletRequestAware;

/** Ends the session. */
public class LogoutAction extends ActionSupport implements ServletRequestAware {
    private static final long serialVersionUID = 1L;

    private transient HttpServletRequest request;

    @Override
    public void withServletRequest(HttpServletRequest given) {
        request = given;
    }

    @Override
    public String execute() {
        request.getSession().invalidate();
        return SUCCESS;
    }
}

package org.facecheck.it.app;

import org.facecheck.KycIdentity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the identity as an argument, below a rule and outside of all. */
@RestController
public class IdentityController {

    @GetMapping({"/secure/who", "/open/who"})
    public String who(KycIdentity identity) {
        return "argument=" + identity.fullName().orElse("nameless");
    }
}

package org.example.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the application shows. */
@RestController
public class Pages {

    @GetMapping("/")
    public String start() {
        return "START PAGE OF THE APPLICATION";
    }

    @RequestMapping(
            path = {"/secure/page", "/secure/save"},
            produces = "text/html;charset=UTF-8")
    public String echo(@RequestParam(defaultValue = "") String name, Principal principal) {
        return "PROTECTED name=[" + name + "] principal=[" + principal.getName() + "]";
    }

    @PostMapping(path = "/secure/upload", produces = "text/html;charset=UTF-8")
    public String upload(@RequestParam String name, @RequestParam MultipartFile file) {
        return "PROTECTED name=[" + name + "] file=[" + file.getOriginalFilename() + "] length=[" + file.getSize()
                + "]";
    }

    @GetMapping("/secure/logout")
    public String logout(HttpServletRequest request) {
        request.getSession().invalidate();
        return "START PAGE OF THE APPLICATION";
    }
}

package org.example.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The pages. */
@Configuration
@EnableWebMvc
public class PagesConfiguration {

    @Bean
    public Pages pages() {
        return new Pages();
    }
}

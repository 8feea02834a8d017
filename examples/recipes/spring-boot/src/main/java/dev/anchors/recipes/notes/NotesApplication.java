package dev.anchors.recipes.notes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class NotesApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NotesApplication.class, arguments);
    }
}

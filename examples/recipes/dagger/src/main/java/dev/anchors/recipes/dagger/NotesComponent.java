package dev.anchors.recipes.dagger;

import dagger.BindsInstance;
import dagger.Component;
import dev.anchors.http.HttpAnchorRepository;
import dev.anchors.http.HttpAnchorsModule;
import dev.anchors.ports.FullAnchorRepository;
import jakarta.inject.Singleton;

@Singleton
@Component(modules = HttpAnchorsModule.class)
interface NotesComponent {
    Notes notes();

    FullAnchorRepository anchors();

    @Component.Factory
    interface Factory {
        NotesComponent create(@BindsInstance HttpAnchorRepository.Builder configuration);
    }
}

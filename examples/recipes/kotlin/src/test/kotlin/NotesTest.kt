package dev.anchors.recipes.kotlin

import dev.anchors.domain.AnchorId
import dev.anchors.domain.ConversationId
import dev.anchors.http.HttpAnchorRepository
import dev.anchors.inmemory.InMemoryAnchorRepository
import dev.anchors.testkit.fake.FakePiecesOs
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class NotesTest {

    @Test
    fun `a note is anchored, found, discussed and deleted over HTTP`() {
        InMemoryAnchorRepository.create().use { store ->
            FakePiecesOs.serving(store).use { service ->
                HttpAnchorRepository.builder().baseUrl(service.baseUrl()).build().use { anchors ->
                    val notes = Notes(anchors)

                    val anchor = notes.anchor("/home/ada/notes.md")

                    assertThat(store.snapshot()).containsExactly(anchor)
                    assertThat(notes.nameOf(AnchorId("unknown"))).isNull()
                    notes.discuss(anchor.id(), ConversationId("discussion"))
                    assertThat(store.snapshot().linkedTo(ConversationId("discussion"))).hasSize(1)
                    assertThat(notes.delete(anchor.id())).isEqualTo("deleted")
                    assertThat(notes.delete(anchor.id())).isEqualTo("there is no such anchor")
                }
            }
        }
    }
}

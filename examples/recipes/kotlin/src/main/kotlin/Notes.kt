package dev.anchors.recipes.kotlin

import dev.anchors.domain.Anchor
import dev.anchors.domain.AnchorId
import dev.anchors.domain.ConversationId
import dev.anchors.domain.SeededAnchor
import dev.anchors.ports.AnchorNotFoundException
import dev.anchors.ports.AnchorRepositoryException
import dev.anchors.ports.ConnectionFailedException
import dev.anchors.ports.FullAnchorRepository
import dev.anchors.ports.InterruptedCallException
import dev.anchors.ports.MalformedResponseException
import dev.anchors.ports.RequestRefusedException
import dev.anchors.ports.ServiceFailedException
import dev.anchors.ports.TimedOutException
import kotlin.jvm.optionals.getOrNull

class Notes(private val anchors: FullAnchorRepository) {

    fun anchor(file: String): Anchor = anchors.create(SeededAnchor.file(file))

    fun discuss(id: AnchorId, conversation: ConversationId) = anchors.links().associate(id, conversation)

    fun nameOf(id: AnchorId): String? = anchors.find(id).getOrNull()?.name()?.getOrNull()

    fun delete(id: AnchorId): String =
        try {
            anchors.delete(id)
            "deleted"
        } catch (failure: AnchorRepositoryException) {
            when (failure) {
                is AnchorNotFoundException -> "there is no such anchor"
                is RequestRefusedException -> "refused"
                is ConnectionFailedException, is TimedOutException, is InterruptedCallException -> "no response"
                is ServiceFailedException, is MalformedResponseException -> "the service failed"
            }
        }
}

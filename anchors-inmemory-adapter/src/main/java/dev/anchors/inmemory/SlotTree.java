package dev.anchors.inmemory;

import dev.anchors.domain.Anchor;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sequence of slots, each with an anchor or empty. It is a tree whose nodes have 32 children; a change copies
 * one branch, and the new version shares the others with the old one.
 *
 * <p>Appending copies nothing. A version never reads a slot beyond its own size, so the next slot is written into nodes that
 * older versions share. This requires one writer at a time, which appends to the newest version only; publishing the new
 * version (a volatile write) publishes the slot.
 */
final class SlotTree {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;

    private final @Nullable Object[] root;
    private final int shift;
    private final int size;

    private SlotTree(@Nullable Object[] root, int shift, int size) {
        this.root = root;
        this.shift = shift;
        this.size = size;
    }

    /** Returns a sequence without slots, which shares nothing. */
    static SlotTree empty() {
        return new SlotTree(new @Nullable Object[WIDTH], 0, 0);
    }

    int size() {
        return size;
    }

    /** Returns the anchor in a slot; null for an empty slot and beyond the size. */
    @Nullable
    Anchor get(int slot) {
        return slot < size ? (Anchor) leaf(slot)[slot & MASK] : null;
    }

    /** Returns this sequence with one more slot at its end. */
    SlotTree append(Anchor anchor) {
        boolean full = size == 1 << (shift + BITS);
        @Nullable Object[] top = full ? new @Nullable Object[WIDTH] : root;
        if (full) {
            top[0] = root;
        }
        int topShift = full ? shift + BITS : shift;
        @Nullable Object[] node = top;
        for (int level = topShift; level > 0; level -= BITS) {
            int child = size >>> level & MASK;
            if (node[child] == null) {
                node[child] = new @Nullable Object[WIDTH];
            }
            node = child(node, child);
        }
        node[size & MASK] = anchor;
        return new SlotTree(top, topShift, size + 1);
    }

    /** Returns this sequence with another anchor, or none, in one of its slots. */
    SlotTree set(int slot, @Nullable Anchor anchor) {
        @Nullable Object[] top = root.clone();
        @Nullable Object[] node = top;
        for (int level = shift; level > 0; level -= BITS) {
            int child = slot >>> level & MASK;
            @Nullable Object[] copy = child(node, child).clone();
            node[child] = copy;
            node = copy;
        }
        node[slot & MASK] = anchor;
        return new SlotTree(top, shift, size);
    }

    /** Returns the anchors, slot by slot, without the empty slots. */
    Iterator<Anchor> iterator() {
        return new Iterator<>() {
            private int slot = -1;
            private @Nullable Anchor next = advance();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Anchor next() {
                Anchor current = next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = advance();
                return current;
            }

            private @Nullable Anchor advance() {
                while (++slot < size) {
                    Anchor anchor = get(slot);
                    if (anchor != null) {
                        return anchor;
                    }
                }
                return null;
            }
        };
    }

    private @Nullable Object[] leaf(int slot) {
        @Nullable Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = child(node, slot >>> level & MASK);
        }
        return node;
    }

    private static @Nullable Object[] child(@Nullable Object[] node, int child) {
        return (@Nullable Object[]) Objects.requireNonNull(node[child]);
    }
}

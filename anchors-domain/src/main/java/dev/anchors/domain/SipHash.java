package dev.anchors.domain;

import java.util.SplittableRandom;

/**
 * Hashes text with SipHash-1-3 of Aumasson and Bernstein, as the hash tables of Python and Rust do.
 *
 * <p>The key is random and stays the same while the program runs. Without it nobody can choose many texts that share a hash
 * code, which is easy for {@link String#hashCode()} and makes every hash table slow.
 */
final class SipHash {

    private static final int BLOCK = 4; // characters, eight bytes
    private static final int FINAL_ROUNDS = 3;
    private static final long KEY_0;
    private static final long KEY_1;

    static {
        SplittableRandom random = new SplittableRandom();
        KEY_0 = random.nextLong();
        KEY_1 = random.nextLong();
    }

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SipHash(long key0, long key1) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
    }

    /** Returns a hash code of the text, which differs from one run of the program to the next. */
    static int hashCode(String text) {
        return Long.hashCode(hash(text, KEY_0, KEY_1));
    }

    /** Returns the hash of the text in UTF-16, little-endian. */
    static long hash(String text, long key0, long key1) {
        SipHash state = new SipHash(key0, key1);
        int length = text.length();
        int rest = length - length % BLOCK;
        for (int start = 0; start < rest; start += BLOCK) {
            state.add(block(text, start, start + BLOCK));
        }
        long bytes = 2L * length;
        state.add(block(text, rest, length) | bytes << 56);
        return state.finish();
    }

    private static long block(String text, int start, int end) {
        long block = 0;
        for (int index = end - 1; index >= start; index--) {
            block = block << Character.SIZE | text.charAt(index);
        }
        return block;
    }

    private void add(long block) {
        v3 ^= block;
        round();
        v0 ^= block;
    }

    private long finish() {
        v2 ^= 0xff;
        for (int i = 0; i < FINAL_ROUNDS; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}

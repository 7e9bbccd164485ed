package org.yima.securitypkg;

import java.util.Arrays;
import org.bouncycastle.util.encoders.Hex;

/**
 * The paddings around the bare RSA operation. Keys transported have one known length, which makes
 * unpadding a comparison at fixed places. It takes the same path and the same time for every block,
 * and on a bad one returns the substitute instead of failing (implicit rejection): there is nothing
 * for an attacker to ask about.
 */
final class RsaPadding {
  private static final int HASH = 32;
  private static final byte[] EMPTY_LABEL_HASH = Sha.of("SHA-256", new byte[0]);
  private static final byte[] SHA256_INFO = Hex.decode("3031300d060960864801650304020105000420");
  private static final byte[] SHA1_INFO = Hex.decode("3021300906052b0e03021a05000414");

  private RsaPadding() {}

  /** EMSA-PKCS1-v1_5: the block that is signed. */
  static byte[] signatureBlock(Suite suite, byte[] message, int length) {
    boolean modern = suite == Suite.RSA;
    byte[] info = modern ? SHA256_INFO : SHA1_INFO;
    byte[] digest = Sha.of(modern ? "SHA-256" : "SHA-1", message);
    byte[] block = new byte[length];
    int infoAt = length - digest.length - info.length;
    block[1] = 1;
    Arrays.fill(block, 2, infoAt - 1, (byte) 0xFF);
    System.arraycopy(info, 0, block, infoAt, info.length);
    System.arraycopy(digest, 0, block, infoAt + info.length, digest.length);
    return block;
  }

  /** RSAES-PKCS1-v1_5: 00 02, non-zero bytes, 00, key. */
  static byte[] openPkcs1(byte[] block, byte[] substitute) {
    int separator = block.length - substitute.length - 1;
    int bad = block[0] | (block[1] ^ 2) | block[separator];
    for (int i = 2; i < separator; i++) {
      bad |= oneIfZero(block[i]);
    }
    return choose(bad, block, substitute);
  }

  /** RSAES-OAEP with SHA-256 for hash and mask, empty label: 00, seed, hash ‖ 00… ‖ 01 ‖ key. */
  static byte[] openOaep(byte[] block, byte[] substitute) {
    int dataAt = 1 + HASH;
    mask(block, dataAt, block.length - dataAt, 1, HASH);
    mask(block, 1, HASH, dataAt, block.length - dataAt);
    int separator = block.length - substitute.length - 1;
    int bad = block[0] | (block[separator] ^ 1);
    for (int i = 0; i < HASH; i++) {
      bad |= block[dataAt + i] ^ EMPTY_LABEL_HASH[i];
    }
    for (int i = dataAt + HASH; i < separator; i++) {
      bad |= block[i];
    }
    return choose(bad, block, substitute);
  }

  /** XORs MGF1 of the bytes at {@code seedAt} over the bytes at {@code at}. */
  private static void mask(byte[] block, int seedAt, int seedLength, int at, int length) {
    byte[] seed = Arrays.copyOfRange(block, seedAt, seedAt + seedLength + 4);
    for (int done = 0, counter = 0; done < length; done += HASH, counter++) {
      seed[seedLength] = 0;
      seed[seedLength + 1] = 0;
      seed[seedLength + 2] = 0;
      seed[seedLength + 3] = (byte) counter;
      byte[] hash = Sha.of("SHA-256", seed);
      for (int i = 0; i < HASH && done + i < length; i++) {
        block[at + done + i] ^= hash[i];
      }
    }
  }

  private static int oneIfZero(byte value) {
    return ((value & 0xFF) - 1) >>> 31;
  }

  private static byte[] choose(int bad, byte[] block, byte[] substitute) {
    int rejected = (bad | -bad) >> 31;
    byte[] key = new byte[substitute.length];
    int keyAt = block.length - key.length;
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) ((block[keyAt + i] & ~rejected) | (substitute[i] & rejected));
    }
    return key;
  }
}

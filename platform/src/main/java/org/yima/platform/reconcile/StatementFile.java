package org.yima.platform.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yima.settlement.Money;

/**
 * A statement being written: UTF-8 lines ended by CR LF, in a zip with one entry. Only the
 * compressed bytes are held.
 */
final class StatementFile {
  private static final byte[] END = {'\r', '\n'};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private final SM3Digest digest = new SM3Digest();
  private long count;
  private Money amount = Money.ZERO;

  StatementFile(String cycleNo) {
    try {
      zip.putNextEntry(new ZipEntry(cycleNo + ".txt"));
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  void add(StatementLine line) {
    byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
    write(text);
    write(END);
    count++;
    amount = amount.plus(line.total());
  }

  private void write(byte[] part) {
    try {
      zip.write(part);
    } catch (IOException e) {
      throw inMemory(e);
    }
    digest.update(part, 0, part.length);
  }

  Statement finish() {
    try {
      zip.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    byte[] sm3 = new byte[digest.getDigestSize()];
    digest.doFinal(sm3, 0);
    String file = Base64.getEncoder().encodeToString(bytes.toByteArray());
    return new Statement(file, count, amount, HexFormat.of().formatHex(sm3));
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory does not fail", e);
  }

  /**
   * A finished statement.
   *
   * @param file the zip in Base64
   * @param amount the sum of all totals; refunds count negative
   * @param sm3 of the unzipped text, in hexadecimal
   */
  record Statement(String file, long count, Money amount, String sm3) {}
}

package org.yima.platform.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yima.platform.catalogue.CatalogueRows.Catalogue;

/**
 * A catalogue being written: UTF-8 lines ended by CR LF, cells separated by tabs, which no cell may
 * hold; the first line names the columns. In a zip with one entry.
 */
final class CatalogueFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  CatalogueFile(Catalogue catalogue, long version) {
    try {
      zip.putNextEntry(new ZipEntry(catalogue.wire() + "-" + version + ".txt"));
    } catch (IOException e) {
      throw inMemory(e);
    }
    add(catalogue.columns());
  }

  void add(List<String> cells) {
    try {
      zip.write((String.join("\t", cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** The zip in Base64. */
  String finish() {
    try {
      zip.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory does not fail", e);
  }
}

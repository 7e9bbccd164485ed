package org.yima.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 目录的本地副本：保存在一个文件里，每次只下载变化。
 *
 * <p>A copy of a catalogue in a file, kept up to date by downloading what has changed. Used by one
 * thread at a time.
 */
public final class LocalCatalogue {
  private final Path file;
  private final Catalogue catalogue;
  private final TreeMap<String, Map<String, String>> rows = new TreeMap<>();
  private String version = "";

  private LocalCatalogue(Path file, Catalogue catalogue) {
    this.file = file;
    this.catalogue = catalogue;
  }

  /**
   * 打开本地副本；文件不存在则为空。Opens the copy in a folder; empty if there is none yet.
   *
   * @throws IOException if the file cannot be read or is damaged; delete it and synchronise again
   */
  public static LocalCatalogue open(Path folder, Catalogue catalogue) throws IOException {
    Path file = folder.resolve(catalogue.code() + ".txt");
    LocalCatalogue local = new LocalCatalogue(file, catalogue);
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n");
      if (end < 0) {
        throw new IOException(file + " is damaged");
      }
      local.version = text.substring(0, end);
      try {
        local.put(CatalogueUpdate.rows(text.substring(end + 2)));
      } catch (UnreadableAnswer e) {
        throw new IOException(file + " is damaged: " + e.getMessage(), e);
      }
    }
    return local;
  }

  /**
   * 同步：下载变化并保存。Downloads what has changed and saves it.
   *
   * @return how many rows have changed
   * @throws IOException if the file cannot be written; the copy in the file is then the old one
   */
  public Answer<Integer> synchronise(YimaClient client) throws UnknownOutcome, IOException {
    Answer<CatalogueUpdate> answer = client.download(catalogue, version);
    if (!answer.isDone()) {
      return Answer.refused(answer.refusal());
    }
    CatalogueUpdate update = answer.value();
    if (isOlder(update.version(), version)) {
      rows.clear(); // another platform, or one that began anew: it has sent everything
    }
    put(update.rows());
    version = update.version();
    save();
    return Answer.done(update.rows().size());
  }

  private static boolean isOlder(String one, String other) {
    return !other.isEmpty() && Long.parseLong(one) < Long.parseLong(other);
  }

  private void put(List<Map<String, String>> changed) {
    for (Map<String, String> row : changed) {
      rows.put(row.get("code") + '\t' + row.get("from"), row);
    }
  }

  private void save() throws IOException {
    StringBuilder text = new StringBuilder(version).append("\r\n");
    if (!rows.isEmpty()) {
      line(text, rows.firstEntry().getValue().keySet());
    }
    rows.values().forEach(row -> line(text, row.values()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, text.toString().getBytes(StandardCharsets.UTF_8));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void line(StringBuilder text, Collection<String> cells) {
    text.append(String.join("\t", cells)).append("\r\n");
  }

  /**
   * 某项在某日的内容。The row of a code that holds on a day.
   *
   * @param day yyyy-MM-dd
   * @return its columns; empty if none holds
   */
  public Map<String, String> find(String code, String day) {
    for (Map<String, String> row : of(code)) {
      String until = String.valueOf(row.get("until"));
      boolean begun = String.valueOf(row.get("from")).compareTo(day) <= 0;
      if (begun && (until.isEmpty() || until.compareTo(day) >= 0)) {
        return row;
      }
    }
    return Collections.emptyMap();
  }

  private List<Map<String, String>> of(String code) {
    return new ArrayList<>(rows.subMap(code + '\t', code + '\n').values());
  }

  /** 行数。How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** 版本；空为从未同步。The version; empty if it was never synchronised. */
  public String version() {
    return version;
  }
}

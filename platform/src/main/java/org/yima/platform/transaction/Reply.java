package org.yima.platform.transaction;

import java.util.SortedMap;
import java.util.TreeMap;
import org.yima.protocol.Element;
import org.yima.protocol.ElementWriter;

/** The business elements of one reply, flat as in section 1.1.5.2. */
public final class Reply {
  private final SortedMap<String, String> elements = new TreeMap<>();

  public Reply put(String name, String value) {
    if (elements.put(name, value) != null) {
      throw new IllegalStateException("the reply already has " + name);
    }
    return this;
  }

  /** An element whose value is XML, such as {@code aptorderackdata}. */
  public Reply put(Element xml) {
    return put(xml.name(), ElementWriter.write(xml));
  }

  public SortedMap<String, String> elements() {
    return elements;
  }
}

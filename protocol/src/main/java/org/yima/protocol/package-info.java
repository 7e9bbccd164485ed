/**
 * Messages as bytes and back: the form of section 1.1.3, the XML inside it, and the string that is
 * signed. Knows nothing of keys, of what the fields mean, or of any transaction.
 */
package org.yima.protocol;

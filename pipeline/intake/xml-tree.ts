/** A well-formed document's element; offsets in the decoded text. Comments and processing instructions leave no trace. */
export interface XmlElement {
  readonly is: 'element';
  /** As written, prefix included. */
  readonly written: string;
  readonly name: string;
  readonly namespace: string;
  readonly at: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | XmlText)[];
}

/** An attribute that declares no namespace. */
export interface XmlAttribute {
  readonly written: string;
  readonly name: string;
  /** Empty where there is no prefix. */
  readonly namespace: string;
  readonly at: number;
  readonly value: string;
}

export interface XmlText {
  readonly is: 'text';
  readonly at: number;
  readonly value: string;
  /** True for a CDATA section, which counts as text even where it holds only space. */
  readonly isCdata: boolean;
}

const ABSOLUTE_IRI = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' };
const MOTIVATION = {
  enum: 'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
};
const TIME = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
};

/** One of the schema, or a list of at least one. */
const oneOrMore = (schema: object): object => ({ anyOf: [schema, { type: 'array', minItems: 1, items: schema }] });

/**
 * The Web Annotation model as a JSON Schema, with its constraints as far as annotations of text by quote and position go.
 * Terms of others are allowed, as in the model. For tests only.
 */
export const ANNOTATION_SCHEMA = {
  $id: 'annotation',
  $ref: '#/$defs/annotation',
  $defs: {
    annotation: {
      type: 'object',
      required: ['id', 'type', 'target'],
      properties: {
        id: ABSOLUTE_IRI,
        type: { anyOf: [{ const: 'Annotation' }, { type: 'array', contains: { const: 'Annotation' } }] },
        motivation: oneOrMore(MOTIVATION),
        creator: oneOrMore({ $ref: '#/$defs/agent' }),
        created: TIME,
        modified: TIME,
        body: oneOrMore({ $ref: '#/$defs/body' }),
        target: oneOrMore({ anyOf: [ABSOLUTE_IRI, { $ref: '#/$defs/specific' }] }),
      },
      not: { required: ['body', 'bodyValue'] },
    },
    agent: {
      anyOf: [
        ABSOLUTE_IRI,
        {
          type: 'object',
          properties: {
            id: ABSOLUTE_IRI,
            type: { enum: ['Person', 'Organization', 'Software'] },
            name: { type: 'string' },
            nickname: { type: 'string' },
          },
        },
      ],
    },
    body: {
      anyOf: [
        ABSOLUTE_IRI,
        {
          type: 'object',
          required: ['type', 'value'],
          properties: {
            type: { const: 'TextualBody' },
            value: { type: 'string' },
            purpose: oneOrMore(MOTIVATION),
            format: { type: 'string', pattern: '^\\w+/[\\w.+-]+$' },
          },
        },
        { $ref: '#/$defs/specific' },
        { type: 'object', required: ['id'], properties: { id: ABSOLUTE_IRI, value: false, source: false } },
      ],
    },
    specific: {
      type: 'object',
      required: ['source'],
      properties: {
        type: { const: 'SpecificResource' },
        source: ABSOLUTE_IRI,
        purpose: oneOrMore(MOTIVATION),
        selector: oneOrMore({ $ref: '#/$defs/selector' }),
        value: false,
      },
    },
    selector: {
      anyOf: [
        {
          type: 'object',
          required: ['type', 'exact'],
          properties: {
            type: { const: 'TextQuoteSelector' },
            exact: { type: 'string' },
            prefix: { type: 'string' },
            suffix: { type: 'string' },
          },
        },
        {
          type: 'object',
          required: ['type', 'start', 'end'],
          properties: {
            type: { const: 'TextPositionSelector' },
            start: { type: 'integer', minimum: 0 },
            end: { type: 'integer', minimum: 0 },
          },
        },
      ],
    },
  },
};

/** A page of annotations, which says its own `@context`. */
export const PAGE_SCHEMA = {
  type: 'object',
  required: ['@context', 'id', 'type', 'items', 'partOf'],
  properties: {
    '@context': { type: 'array', contains: { const: 'http://www.w3.org/ns/anno.jsonld' } },
    id: ABSOLUTE_IRI,
    type: { const: 'AnnotationPage' },
    items: { type: 'array', items: { $ref: 'annotation' } },
  },
};

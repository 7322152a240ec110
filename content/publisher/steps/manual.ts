import { stringify } from 'yaml';
import { z } from 'zod';
import type { DocumentKind } from '../../model/document.ts';
import { frontMatterOf, isTranslated } from '../../model/front-matter.ts';
import { FOLDERS } from './folders.ts';

/** What an author can write on one line on top of a document; taken from the schema that checks it. */
export type FieldManual = {
  readonly name: string;
  readonly type: FieldType;
  readonly mandatory: boolean;
  /** Written anew in each language, or the same in all of them. */
  readonly translated: boolean;
  readonly description: string;
  /** As it stands in the file, for instance `order: 10`. */
  readonly example: string;
  /** The lines below it, for one that holds several. */
  readonly fields: readonly FieldManual[];
};

/** The kind of value a line holds. `most` counts characters of a text and entries of a list. */
export type FieldType =
  | { readonly is: 'text'; readonly most: number | undefined }
  | { readonly is: 'number' | 'yes or no' | 'lines' }
  /** A text of a certain form, for instance a day; its name is in the model. */
  | { readonly is: 'form'; readonly name: string }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'list'; readonly of: FieldType; readonly most: number | undefined };

/** Everything there is to know about the lines on top of one kind of document. */
export type KindManual = {
  readonly kind: DocumentKind;
  readonly description: string;
  /** Where its files lie in the guide, for instance `events/<name>.<language>.md`. */
  readonly file: string;
  readonly id: string;
  readonly fields: readonly FieldManual[];
};

/** The manual of one kind of document. */
export function manualOf(kind: DocumentKind): KindManual {
  const schema = frontMatterOf[kind];
  const inside = kind === 'page' ? '<theme>/<name>' : '<name>';
  return {
    kind,
    description: schema.meta()?.description ?? '',
    file: `${FOLDERS[kind]}/${inside}.<language>.md`,
    id: kind === 'page' ? inside : `${FOLDERS[kind]}/${inside}`,
    fields: fieldsOf(schema),
  };
}

/** The lines on top of one kind of document as JSON Schema (2020-12), for editors and other tools. */
export function jsonSchemaOf(kind: DocumentKind): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(frontMatterOf[kind], { io: 'input' });
}

function fieldsOf(schema: z.ZodObject): FieldManual[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(schema.shape).map(([name, field]) => {
    const json = properties[name];
    if (typeof json !== 'object') throw new Error(`${name} has no JSON Schema`);
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    return {
      name,
      type: typeOf(json),
      mandatory: required.includes(name),
      translated: isTranslated(field),
      description: json.description ?? '',
      example: exampleOf(name, json.examples?.[0]),
      fields: inner instanceof z.ZodObject ? fieldsOf(inner) : [],
    };
  });
}

function exampleOf(name: string, value: unknown): string {
  if (value === undefined) return `${name}:`;
  return `${name}: ${stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()}`;
}

function typeOf(json: z.core.JSONSchema.BaseSchema): FieldType {
  if (json.enum !== undefined) return { is: 'choice', choices: json.enum.map(String) };
  switch (json.type) {
    case 'array': {
      const items = json.items;
      if (typeof items !== 'object' || Array.isArray(items)) throw new Error('a list of nobody knows what');
      return { is: 'list', of: typeOf(items), most: json.maxItems };
    }
    case 'integer':
      return { is: 'number' };
    case 'boolean':
      return { is: 'yes or no' };
    case 'object':
      return { is: 'lines' };
    default:
      return json.title === undefined
        ? { is: 'text', most: json.maxLength }
        : { is: 'form', name: json.title };
  }
}

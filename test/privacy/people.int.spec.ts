import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openPeopleStore, type PeopleStore, type Person, type Vault } from '@duban/privacy';
import { filesWith } from './bytes-in-files.ts';
import { privacyPlaces, type PrivacyPlaces } from './privacy-places.ts';

let places: PrivacyPlaces;
let vault: Vault;
let people: PeopleStore;

const zhang: Person = {
  id: 'person:p1',
  name: '张龘靐',
  organ: 'cq-housing',
  contactMasked: '138****5678',
};
const li: Person = { id: 'person:p2', name: '李齉齾', organ: null, contactMasked: null };

beforeEach(() => {
  places = privacyPlaces();
  vault = places.vault();
  people = openPeopleStore(places.peopleFile, vault);
  people.put(zhang);
  people.put(li);
});

afterEach(() => {
  people.close();
  places.remove();
});

it('gives back who was put in, with the latest organ and contact', () => {
  people.put({ ...li, organ: 'cq-housing' });
  expect([people.get('person:p1'), people.get('person:p2')]).toEqual([zhang, { ...li, organ: 'cq-housing' }]);
  expect(people.get('person:nobody')).toBeNull();
});

it('gives nobody another name, and takes the same one again', () => {
  people.put(li);
  expect(() => {
    people.put({ ...li, name: zhang.name });
  }).toThrow(expect.objectContaining({ code: 'privacy.person-named' }));
  expect(people.get('person:p2')).toEqual(li);
});

it('finds people by a part of their name or organ', () => {
  expect(people.search('龘')).toEqual([zhang]);
  expect(people.search('housing')).toEqual([zhang]);
  expect(people.search('', 1)).toHaveLength(1);
  expect(people.search('王')).toEqual([]);
});

it('keeps no name in clear', () => {
  expect(filesWith(places.dir, '龘靐', '齉齾')).toEqual([]);
});

it('forgets a person, and the others not', () => {
  people.erase('person:p1');
  expect(people.get('person:p1')).toBeNull();
  expect(people.search('')).toEqual([li]);
});

it('knows nobody whose key was destroyed, even where the row was restored from a backup', () => {
  vault.destroy('person:p1');
  expect(people.get('person:p1')).toBeNull();
  expect(people.search('')).toEqual([li]);
});

it('refuses an id that is none', () => {
  expect(() => {
    people.put({ ...zhang, id: '张三' });
  }).toThrow(expect.objectContaining({ code: 'privacy.bad-person' }));
});

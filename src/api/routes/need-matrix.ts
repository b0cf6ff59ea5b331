import { sql } from "kysely";
import { getNeedMatrix, type NeedMatrix } from "#contract/need-matrix.ts";
import { implement } from "../implement.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { labourNeedList } from "./labour-need-list.ts";

export const needMatrixRoutes = [
	implement(getNeedMatrix, async (context, { query }) => {
		const { db, language } = context;
		const where = and(conditionsOf(labourNeedList, context, { q: query?.q, filter: readFilter(query?.filter, labourNeedList.fields) }));
		const { rows: cells } = await sql<NeedMatrix["cells"][number]>`
			select n.occupation_code as "occupationCode", ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")} as "occupationLabel", s.mrc_code as "mrcCode",
				sum(n.open_posts)::int as posts, count(*)::int as needs
			from ${labourNeedList.from} where ${where} and n.open_posts > 0 group by 1, 2, 3 order by posts desc, 1, 3`.execute(db);
		const { rows: sectors } = await sql<NeedMatrix["sectors"][number]>`
			select s.sector_code as "sectorCode", sum(n.posts)::int as asked, sum(n.posts_filled)::int as filled, sum(n.posts_cancelled)::int as cancelled, sum(n.open_posts)::int as open
			from ${labourNeedList.from} where ${where} group by 1 order by open desc, asked desc, 1`.execute(db);
		return {
			cells,
			sectors,
			openPosts: cells.reduce((sum, { posts }) => sum + posts, 0),
			openNeeds: cells.reduce((sum, { needs }) => sum + needs, 0),
		};
	}),
];

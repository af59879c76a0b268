import WritDatabase
import WritPlan
